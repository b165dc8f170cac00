-- What a user proves itself with besides a password, and where it is signed in. All of it ends with
-- the user.
alter table platform.users add column handle uuid not null default gen_random_uuid();
comment on column platform.users.handle is 'by what devices with passkeys know the user';

-- Authenticators; their secrets are in platform.secrets as the user's "factor/totp".
create table platform.authenticators (
  user_id bigint primary key references platform.users on delete cascade,
  slot smallint not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  failures int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);
call platform.shard('platform.authenticators', 'user_id');

create table platform.recovery_codes (
  user_id bigint not null references platform.users on delete cascade,
  hash bytea not null,
  slot smallint not null,
  primary key (user_id, hash)
);
call platform.shard('platform.recovery_codes', 'user_id');

create table platform.passkeys (
  passkey_id bigint generated always as identity primary key,
  user_id bigint not null references platform.users on delete cascade,
  slot smallint not null,
  name text not null,
  credential_id bytea not null unique,
  attested bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
call platform.shard('platform.passkeys', 'user_id');
create index passkeys_of_user on platform.passkeys (user_id, passkey_id desc);

-- Questions that are open for five minutes, by the SHA-256 of what names them.
create table platform.challenges (
  hash bytea primary key,
  kind text not null,
  user_id bigint references platform.users on delete cascade,
  slot smallint not null,
  detail text not null,
  expires_at timestamptz not null
);
call platform.shard('platform.challenges', 'hash');
create index challenges_over on platform.challenges (expires_at);

create table platform.sessions (
  session_id text primary key,
  user_id bigint not null references platform.users on delete cascade,
  slot smallint not null,
  method text not null,
  address text not null,
  device text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);
call platform.shard('platform.sessions', 'user_id');
create index sessions_of_user on platform.sessions (user_id, last_used_at desc);
create index sessions_over on platform.sessions (expires_at);

-- Who signs in by other means has no password, and maybe no address; a service has neither.
alter table platform.users
  alter column email drop not null,
  alter column password_hash drop not null,
  add column name text not null default '',
  add column kind text not null default 'PERSON',
  add column state text not null default 'ACTIVE',
  add column license text not null default 'FREE';
