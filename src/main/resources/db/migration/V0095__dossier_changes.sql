-- What was mended says of each thing what it is: {typed}, {document} or {reason}, and no longer a text alone.
update dossier.amendment
   set changes = (
       select coalesce(jsonb_agg(jsonb_build_object(
                  'subject', c ->> 'subject',
                  'before', (select coalesce(jsonb_agg(said), '[]') from (
                      select case when c ->> 'subject' like 'FIELD.%' then jsonb_build_object('typed', one)
                                  when one ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then jsonb_build_object('document', one)
                                  else jsonb_build_object('reason', one) end as said
                        from jsonb_array_elements_text(c -> 'before') one) b),
                  'after', (select coalesce(jsonb_agg(said), '[]') from (
                      select case when c ->> 'subject' like 'FIELD.%' then jsonb_build_object('typed', one)
                                  when one ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then jsonb_build_object('document', one)
                                  else jsonb_build_object('reason', one) end as said
                        from jsonb_array_elements_text(c -> 'after') one) b))), '[]')
         from jsonb_array_elements(changes) c)
 where changes is not null;
