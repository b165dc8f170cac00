-- API keys: the SHA-256 of a secret, and a prefix to find it by. They end with their user.
create table platform.api_keys (
  key_id bigint generated always as identity primary key,
  user_id bigint not null references platform.users on delete cascade,
  slot smallint not null,
  name text not null,
  prefix text not null unique,
  hash bytea not null,
  scopes text[] not null,
  networks text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
call platform.shard('platform.api_keys', 'user_id');
create index api_keys_of_user on platform.api_keys (user_id, key_id desc);
