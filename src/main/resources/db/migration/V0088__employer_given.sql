-- Documents given once: which a company or a person gave, with which request, and until when they need not
-- be given again. The documents themselves are in `document`; a request that refers to one joins the same.
create table employer.given (
    holder_kind text not null check (holder_kind in ('employer', 'account', 'account_employer')),
    holder_id text not null,
    piece text not null,
    document uuid not null,
    request text not null,
    given_at timestamptz not null,
    given_by uuid not null,
    until date not null,
    -- when a caseworker last certified that a request with this document was complete
    checked_at timestamptz,
    checked_by uuid,
    -- when its holder no longer wanted it to be offered
    removed_at timestamptz,
    primary key (holder_kind, holder_id, piece, document),
    check ((checked_at is null) = (checked_by is null))
);

create index given_document on employer.given (document);

grant select, insert, update (checked_at, checked_by, removed_at) on employer.given to wif_app;
