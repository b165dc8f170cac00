-- What the exchange's events say, as tables. Everything here can be emptied and rebuilt from the
-- log. Amounts, prices and quantities are exact decimals.
create table projection.progress (
  one_row boolean primary key default true check (one_row),
  sequence bigint not null,
  updated_at timestamptz not null default now()
);
insert into projection.progress (sequence) values (0);

create table projection.assets (
  asset_id int primary key,
  code text not null unique,
  scale smallint not null
);

create table projection.instruments (
  instrument_id int primary key,
  symbol text not null unique,
  kind text not null,
  base text not null references projection.assets (code),
  quote text not null references projection.assets (code),
  tick_size numeric not null,
  lot_size numeric not null,
  maker_fee numeric not null,
  taker_fee numeric not null,
  collar numeric not null
);

create table projection.accounts (
  account_id bigint primary key,
  slot smallint not null,
  name text not null,
  opened_at timestamptz not null
);
call platform.shard('projection.accounts', 'account_id');

create table projection.balances (
  account_id bigint not null,
  asset text not null,
  slot smallint not null,
  total numeric not null,
  held numeric not null,
  available numeric generated always as (total - held) stored,
  sequence bigint not null,
  updated_at timestamptz not null,
  primary key (account_id, asset)
);
call platform.shard('projection.balances', 'account_id');

create table projection.orders (
  order_id bigint primary key,
  slot smallint not null,
  account_id bigint not null,
  client_order_id text not null,
  symbol text not null,
  side text not null,
  type text not null,
  time_in_force text not null,
  price numeric,
  quantity numeric not null,
  filled numeric not null,
  turnover numeric not null,
  average_price numeric
    generated always as (case when filled > 0 then turnover / filled end) stored,
  status text not null,
  cancel_reason text,
  sequence bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on column projection.orders.turnover is 'sum of price times quantity over the fills';
call platform.shard('projection.orders', 'account_id');
create index orders_of_account on projection.orders (account_id, order_id desc);
create index orders_open on projection.orders (account_id, order_id desc)
  where status in ('open', 'partiallyFilled');

create table projection.trades (
  trade_id bigint primary key,
  symbol text not null,
  price numeric not null,
  quantity numeric not null,
  value numeric not null,
  taker_side text not null,
  maker_order_id bigint not null,
  taker_order_id bigint not null,
  time timestamptz not null
);
create index trades_of_symbol on projection.trades (symbol, trade_id desc);

create table projection.fills (
  trade_id bigint not null,
  liquidity text not null,
  slot smallint not null,
  order_id bigint not null,
  account_id bigint not null,
  symbol text not null,
  side text not null,
  price numeric not null,
  quantity numeric not null,
  fee numeric not null,
  fee_asset text not null,
  time timestamptz not null,
  primary key (trade_id, liquidity)
);
call platform.shard('projection.fills', 'account_id');
create index fills_of_account on projection.fills (account_id, trade_id desc);
create index fills_of_order on projection.fills (order_id);

create table projection.transfers (
  transfer_id bigint primary key,
  kind text not null,
  from_account_id bigint not null,
  to_account_id bigint not null,
  asset text not null,
  amount numeric not null,
  sequence bigint not null,
  time timestamptz not null
);

-- The ledger: every event's lines add up to zero for each asset.
create table projection.postings (
  sequence bigint not null,
  line smallint not null,
  slot smallint not null,
  account_id bigint not null,
  asset text not null,
  amount numeric not null,
  reason text not null,
  time timestamptz not null,
  primary key (sequence, line)
);
call platform.shard('projection.postings', 'account_id');
create index postings_of_account on projection.postings (account_id, sequence desc);

create table projection.levels (
  symbol text not null,
  side text not null,
  price numeric not null,
  quantity numeric not null,
  orders int not null,
  sequence bigint not null,
  primary key (symbol, side, price)
);
