-- Rules on markets that users made. They end with their user.
create table platform.alerts (
  alert_id bigint generated always as identity primary key,
  user_id bigint not null references platform.users on delete cascade,
  slot smallint not null,
  name text not null,
  symbol text not null,
  condition jsonb not null,
  repeat text not null check (repeat in ('ONCE', 'ALWAYS')),
  cooldown_ms bigint not null,
  expires_at timestamptz,
  state text not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
  created_at timestamptz not null,
  last_fired_at timestamptz
);
call platform.shard('platform.alerts', 'user_id');
create index alerts_of_user on platform.alerts (user_id, alert_id desc);
create index alerts_active on platform.alerts (alert_id) where state = 'ACTIVE';
comment on column platform.alerts.last_fired_at is 'by the time of the market';
