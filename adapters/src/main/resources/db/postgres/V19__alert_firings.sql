-- What fired. Numbers grow in the order in which they can be seen.
create table platform.alert_firings (
  firing_id bigint generated always as identity primary key,
  alert_id bigint not null references platform.alerts on delete cascade,
  user_id bigint not null references platform.users on delete cascade,
  slot smallint not null,
  name text not null,
  symbol text not null,
  words text not null,
  value double precision not null,
  fired_at timestamptz not null
);
call platform.shard('platform.alert_firings', 'user_id');
create index alert_firings_of_alert on platform.alert_firings (alert_id, firing_id desc);
create index alert_firings_of_user on platform.alert_firings (user_id, firing_id desc);
comment on column platform.alert_firings.fired_at is 'by the time of the market';
