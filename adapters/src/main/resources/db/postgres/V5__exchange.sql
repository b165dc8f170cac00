-- Waiting and linked orders, margined positions, markets' terms, accounts' settings.
alter table projection.instruments add column multiplier numeric not null default 1;
alter table projection.accounts add column parent_id bigint;

alter table projection.orders
  add column trigger_price numeric,
  add column triggered_by text,
  add column trail numeric,
  add column trail_percent numeric,
  add column display_quantity numeric,
  add column expires_at timestamptz,
  add column take_profit_price numeric,
  add column stop_loss_trigger_price numeric,
  add column stop_loss_price numeric,
  add column group_id bigint,
  add column parent_id bigint,
  add column post_only boolean not null default false,
  add column reduce_only boolean not null default false,
  add column hidden boolean not null default false,
  add column one_cancels_other boolean not null default false,
  add column self_trade_prevention text not null default 'none',
  add column position_effect text not null default 'open',
  add column algo text,
  add column algo_start_at timestamptz,
  add column algo_end_at timestamptz,
  add column algo_interval_ms bigint,
  add column algo_participation numeric,
  add column origin text not null default 'client';
comment on column projection.orders.trail is
  'a distance in price; trail_percent when it is relative';
comment on column projection.orders.group_id is
  'the order that brought the legs, which names itself';
comment on column projection.orders.parent_id is
  'the order that this one works, whose fills include it';
drop index projection.orders_open;
create index orders_open on projection.orders (account_id, order_id desc)
  where status in ('open', 'partiallyFilled', 'pending');
create index orders_of_group on projection.orders (group_id) where group_id is not null;
create index orders_of_parent on projection.orders (parent_id) where parent_id is not null;

drop table projection.positions;
create table projection.positions (
  account_id bigint not null,
  symbol text not null,
  side text not null,
  slot smallint not null,
  quantity numeric not null,
  cost numeric not null,
  realized_pnl numeric not null,
  margin numeric not null,
  sequence bigint not null,
  updated_at timestamptz not null,
  multiplier numeric not null,
  average_price numeric generated always as
    (case when quantity <> 0 then cost / (quantity * multiplier) end) stored,
  primary key (account_id, symbol, side)
);
call platform.shard('projection.positions', 'account_id');
comment on column projection.positions.cost is
  'what the open quantity cost at its prices, negative for a short one; fees are not part of it';
comment on column projection.positions.margin is 'held for it and its open orders';

create table projection.market_terms (
  instrument_id int primary key,
  fee_tiers jsonb not null,
  margins jsonb not null,
  margined boolean not null,
  band numeric not null,
  dealer_spread numeric,
  mark_max_age_ms bigint not null,
  expires_at timestamptz,
  financing_long numeric not null,
  financing_short numeric not null,
  sequence bigint not null,
  updated_at timestamptz not null
);
comment on column projection.market_terms.dealer_spread is 'null when orders meet in a book';

create table projection.market_states (
  instrument_id int primary key,
  state text not null,
  auction_price numeric,
  auction_quantity numeric,
  sequence bigint not null,
  updated_at timestamptz not null
);

create table projection.marks (
  instrument_id int primary key,
  last numeric not null,
  low numeric not null,
  high numeric not null,
  mark numeric not null,
  trusted boolean not null,
  sequence bigint not null,
  time timestamptz not null
);

create table projection.account_settings (
  account_id bigint primary key,
  slot smallint not null,
  margin_mode text not null,
  margin_model text not null,
  position_mode text not null,
  cost_method text not null,
  self_trade_prevention text not null,
  leverage int not null,
  fee_tier int not null,
  sequence bigint not null,
  updated_at timestamptz not null
);
call platform.shard('projection.account_settings', 'account_id');

-- Amounts are minor units of the quote asset of what is traded, quantities lots; 0 is no limit.
create table projection.account_limits (
  account_id bigint primary key,
  slot smallint not null,
  order_notional bigint not null,
  position_notional bigint not null,
  daily_loss bigint not null,
  order_quantity bigint not null,
  open_orders int not null,
  orders_per_second int not null,
  collar numeric not null,
  sequence bigint not null,
  updated_at timestamptz not null
);
call platform.shard('projection.account_limits', 'account_id');

create table projection.kill_switches (
  scope text not null,
  id bigint not null,
  engaged boolean not null,
  sequence bigint not null,
  updated_at timestamptz not null,
  primary key (scope, id)
);

-- What positions lived through: margin calls, liquidations, triggered orders, funding.
create table projection.account_events (
  account_id bigint not null,
  sequence bigint not null,
  slot smallint not null,
  kind text not null,
  symbol text,
  asset text,
  order_id bigint,
  step text,
  quantity numeric,
  price numeric,
  amount numeric,
  equity numeric,
  initial_margin numeric,
  maintenance_margin numeric,
  time timestamptz not null,
  primary key (account_id, sequence)
);
call platform.shard('projection.account_events', 'account_id');
comment on column projection.account_events.amount is 'received, negative when paid';

create table projection.pool_units (
  pool_account_id bigint not null,
  member_account_id bigint not null,
  slot smallint not null,
  units bigint not null,
  sequence bigint not null,
  updated_at timestamptz not null,
  primary key (pool_account_id, member_account_id)
);
call platform.shard('projection.pool_units', 'member_account_id');

-- The newest look at every waiting order and every position; breaches should be 0.
create table projection.sweeps (
  one_row boolean primary key,
  orders bigint not null,
  positions bigint not null,
  breaches bigint not null,
  sequence bigint not null,
  time timestamptz not null
);

truncate projection.instruments, projection.assets cascade;
truncate projection.accounts, projection.balances, projection.orders, projection.trades,
  projection.fills, projection.transfers, projection.postings, projection.levels;
update projection.progress set sequence = 0, updated_at = now();
