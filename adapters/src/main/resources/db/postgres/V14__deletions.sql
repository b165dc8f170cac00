-- What is left of a user that was deleted: numbers, for the ledger. Its accounts stay in it.
create table platform.deletions (
  user_id bigint primary key,
  slot smallint not null,
  account_ids bigint[] not null,
  deleted_at timestamptz not null,
  removed jsonb not null
);
call platform.shard('platform.deletions', 'user_id');
comment on column platform.deletions.removed is 'how many rows went, by table';

-- A deleted user's places go too: its number is never given again, so no old row can open.
create or replace function platform.secret_version_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.owner_kind = 'USER'
    and exists (select 1 from platform.deletions where user_id::text = old.owner_id) then
    return old;
  end if;
  if tg_op = 'DELETE' or new.newest <= old.newest then
    raise exception 'the newest version of a secret only grows';
  end if;
  return new;
end $$;
