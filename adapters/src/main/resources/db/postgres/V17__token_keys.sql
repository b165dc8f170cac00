-- The keys that tokens are checked with, and since when each signs; private ones are secrets.
create table platform.token_keys (
  key_id text primary key,
  public_key bytea not null,
  signs_from timestamptz not null
);
