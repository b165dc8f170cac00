-- The newest signed list of revoked certificates; nodes check its signatures themselves.
create table platform.revocation_list (
  only_one boolean primary key default true check (only_one),
  number numeric(40) not null,
  list text not null
);
