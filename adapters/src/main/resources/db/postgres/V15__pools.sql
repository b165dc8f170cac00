-- Users who trade together on one account.
create table platform.pools (
  pool_id bigint generated always as identity primary key,
  slot smallint not null,
  name text not null,
  account_id bigint not null unique,
  created_at timestamptz not null default now()
);
call platform.shard('platform.pools', 'pool_id');

create table platform.pool_members (
  pool_id bigint not null references platform.pools on delete cascade,
  user_id bigint not null references platform.users on delete cascade,
  slot smallint not null,
  role text not null check (role in ('ASSOCIATE', 'MODERATOR', 'OWNER')),
  joined_at timestamptz not null default now(),
  primary key (pool_id, user_id)
);
call platform.shard('platform.pool_members', 'pool_id');
create index pool_members_of_user on platform.pool_members (user_id, joined_at);

create table platform.pool_invitations (
  invitation_id bigint generated always as identity primary key,
  pool_id bigint not null references platform.pools on delete cascade,
  slot smallint not null,
  role text not null check (role in ('ASSOCIATE', 'MODERATOR', 'OWNER')),
  invited_by bigint not null references platform.users on delete cascade,
  hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
call platform.shard('platform.pool_invitations', 'pool_id');
create index pool_invitations_of_pool on platform.pool_invitations (pool_id);
comment on column platform.pool_invitations.hash is 'SHA-256 of the code, which is not kept';

-- A pool's barrier is one for each of its members.
delete from platform.barriers where kind = 'POOL';

-- A key that acts in one pool alone ends with the pool, and with its user's membership.
alter table platform.api_keys add column pool_id bigint;
alter table platform.api_keys add foreign key (pool_id, user_id)
  references platform.pool_members (pool_id, user_id) on delete cascade;
