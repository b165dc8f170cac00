-- Accounts elsewhere that sign a user in: found by issuer and subject alone.
create table platform.external_accounts (
  external_id bigint generated always as identity primary key,
  user_id bigint not null references platform.users on delete cascade,
  slot smallint not null,
  issuer text not null,
  subject text not null,
  label text not null,
  linked_at timestamptz not null,
  unique (issuer, subject),
  unique (user_id, issuer)
);
call platform.shard('platform.external_accounts', 'user_id');
