-- Barriers: tokens minted at that time or before are void. Revisions grow in commit order.
create sequence platform.barrier_revision;
create table platform.barriers (
  kind text not null,
  subject text not null,
  at timestamptz not null,
  revision bigint not null unique,
  primary key (kind, subject)
);
create index barriers_at on platform.barriers (at);

-- Single-use tokens that were used; a row is needed until its token is over.
create table platform.spent_tokens (
  token_id text primary key,
  expires_at timestamptz not null
);
create index spent_tokens_over on platform.spent_tokens (expires_at);
