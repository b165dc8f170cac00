-- Sealed secrets. What is in them nobody reads here: values are AES-256-GCM under master keys that
-- are kept elsewhere.
create table platform.secrets (
  owner_kind text not null,
  owner_id text not null,
  name text not null,
  slot smallint not null,
  version bigint not null check (version > 0),
  key_version int not null check (key_version > 0),
  nonce bytea not null check (length(nonce) = 12),
  ciphertext bytea not null check (length(ciphertext) between 17 and 65552),
  updated_at timestamptz not null default now(),
  primary key (owner_kind, owner_id, name)
);
call platform.shard('platform.secrets', 'owner_id');

-- The newest version of each place: it only grows, and stays when the secret goes, so that an old
-- row put back is found out.
create table platform.secret_versions (
  owner_kind text not null,
  owner_id text not null,
  name text not null,
  slot smallint not null,
  newest bigint not null check (newest > 0),
  primary key (owner_kind, owner_id, name)
);
call platform.shard('platform.secret_versions', 'owner_id');

create function platform.secret_version_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.newest <= old.newest then
    raise exception 'the newest version of a secret only grows';
  end if;
  return new;
end $$;
create trigger secret_version_grows before update or delete on platform.secret_versions
  for each row execute function platform.secret_version_grows();

-- How often each master key has sealed: a key is replaced long before its nonces could repeat.
create table platform.secret_keys (
  key_version int primary key,
  sealings bigint not null,
  first_used_at timestamptz not null default now()
);
