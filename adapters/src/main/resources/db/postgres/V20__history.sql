-- What clients asked of markets' pasts. One open item is for everybody with the same question.
create table platform.history_items (
  item_id bigint generated always as identity primary key,
  symbol text not null,
  venue text not null,
  kind text not null check (kind in ('BARS', 'TRADES', 'QUOTES', 'BOOK')),
  interval text not null,
  from_ns bigint not null,
  to_ns bigint not null,
  state text not null check (state in ('QUEUED', 'TAKEN', 'DONE', 'FAILED')),
  taker text,
  leased_until timestamptz,
  takes int not null default 0,
  rows bigint not null default 0,
  error text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (from_ns < to_ns)
);
create unique index history_items_open on platform.history_items
  (symbol, kind, interval, from_ns, to_ns) where state in ('QUEUED', 'TAKEN');
create index history_items_waiting on platform.history_items (venue, item_id)
  where state in ('QUEUED', 'TAKEN');
create index history_items_ended on platform.history_items (updated_at)
  where state in ('DONE', 'FAILED');
comment on column platform.history_items.interval is 'of bars, else empty';
comment on column platform.history_items.takes is 'how many have tried';

create table platform.history_requests (
  request_id text primary key,
  item_id bigint not null references platform.history_items on delete cascade,
  user_id bigint not null references platform.users on delete cascade,
  slot smallint not null,
  created_at timestamptz not null default now()
);
call platform.shard('platform.history_requests', 'user_id');
create index history_requests_of_item on platform.history_requests (item_id);
create index history_requests_of_user on platform.history_requests (user_id);

-- The spans of time whose rows are stored whole; those that touch are one.
create table platform.history_coverage (
  symbol text not null,
  kind text not null,
  interval text not null,
  from_ns bigint not null,
  to_ns bigint not null,
  primary key (symbol, kind, interval, from_ns),
  check (from_ns < to_ns)
);
