-- Who invited, each link that was sent for an invitation, and what came of those that nobody answered.
alter table access.invitation
    -- absent for those that the house itself sent
    add inviter uuid,
    add reminders integer not null default 0 check (reminders >= 0),
    add reminded_at timestamptz;

create table access.invitation_link (
    token_mac text primary key,
    invitation uuid not null references access.invitation,
    sent_at timestamptz not null
);

insert into access.invitation_link (token_mac, invitation, sent_at)
    select token_mac, id, created_at from access.invitation;

alter table access.invitation drop column token_mac;

alter table access.invitation drop constraint invitation_state_check;
alter table access.invitation add constraint invitation_state_check
    check (state in ('OPEN', 'ACCEPTED', 'REVOKED', 'LOCKED', 'EXPIRED'));

-- those that wait for an answer: few, and looked through every hour
create index invitation_open on access.invitation (until) where state = 'OPEN';

grant select, insert on access.invitation_link to wif_app;
grant update (reminders, reminded_at) on access.invitation to wif_app;
