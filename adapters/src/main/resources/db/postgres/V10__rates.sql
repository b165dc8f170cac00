-- Rate limits that an operator has set; what is not here is as the node's own settings have it.
create table platform.rates (
  tier text not null,
  holder text not null,
  burst int not null check (burst > 0),
  average int not null check (average > 0),
  period_s int not null check (period_s > 0),
  changed_at timestamptz not null default now(),
  primary key (tier, holder)
);
