-- Two roles: the owner migrates, wif_app runs. In production both are made beforehand (docs/operations.md).
do $$
begin
    if not exists (select from pg_roles where rolname = 'wif_app') then
        create role wif_app nologin;
    end if;
end
$$;

revoke create on schema public from public;
