-- What a user calls an account, what it was worth, and who is here.
alter table platform.user_accounts add column name text not null default 'Main';

create table platform.equity (
  account_id bigint not null,
  slot smallint not null,
  time timestamptz not null,
  equity numeric not null,
  net_deposits numeric not null,
  sequence bigint not null,
  primary key (account_id, time)
);
call platform.shard('platform.equity', 'account_id');
comment on column platform.equity.sequence is
  'transfers up to this event are part of net_deposits';
create index transfers_from on projection.transfers (from_account_id);
create index transfers_to on projection.transfers (to_account_id);
comment on table platform.equity is 'samples in USD; equity - net_deposits is what was earned';

alter table platform.users add column last_seen timestamptz;

-- One row for each node that holds sockets of a user; a node that dies stops renewing its rows.
create table platform.presence (
  user_id bigint not null references platform.users on delete cascade,
  node text not null,
  slot smallint not null,
  seen_at timestamptz not null default now(),
  primary key (user_id, node)
);
call platform.shard('platform.presence', 'user_id');

-- Positions are made from the trades: the tables are filled again from the log.
create table projection.positions (
  account_id bigint not null,
  symbol text not null,
  slot smallint not null,
  quantity numeric not null,
  cost numeric not null,
  average_price numeric
    generated always as (case when quantity <> 0 then cost / quantity end) stored,
  realized_pnl numeric not null,
  sequence bigint not null,
  updated_at timestamptz not null,
  primary key (account_id, symbol)
);
call platform.shard('projection.positions', 'account_id');
comment on column projection.positions.cost is
  'what the open quantity cost at its prices, negative for a short one; fees are not part of it';

truncate projection.instruments, projection.assets cascade;
truncate projection.accounts, projection.balances, projection.orders, projection.trades,
  projection.fills, projection.transfers, projection.postings, projection.levels;
update projection.progress set sequence = 0, updated_at = now();
