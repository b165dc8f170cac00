-- What was done with power. Each row carries the SHA-256 of its contents and of the row before, so
-- that a change is found; it may only be added to.
create table platform.audit (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  who bigint not null,
  credential text not null,
  operation text not null,
  resource text not null,
  outcome text not null,
  request text not null,
  before text not null,
  after text not null,
  ray_id text not null,
  address text not null,
  previous text not null,
  hash text not null
);
create index audit_at on platform.audit (at);
create index audit_who on platform.audit (who, number);
create index audit_operation on platform.audit (operation, number);

create function platform.audit_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows';
end $$;
create trigger audit_only_grows before update or delete or truncate on platform.audit
  for each statement execute function platform.audit_only_grows();
