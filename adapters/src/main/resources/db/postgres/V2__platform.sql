-- The system of record for what is not trading: backed up, never rebuilt.
create table platform.users (
  user_id bigint generated always as identity primary key,
  slot smallint not null,
  email text not null unique,
  role text not null,
  password_hash text not null,
  created_at timestamptz not null default now()
);
call platform.shard('platform.users', 'user_id');

create table platform.user_accounts (
  user_id bigint not null references platform.users on delete cascade,
  account_id bigint not null unique,
  slot smallint not null,
  created_at timestamptz not null default now(),
  primary key (user_id, account_id)
);
call platform.shard('platform.user_accounts', 'user_id');
