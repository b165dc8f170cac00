package io.ratel.gateway.access;

import io.ratel.security.apikey.ApiKeys;
import io.ratel.security.barrier.Barriers;
import io.ratel.security.barrier.CheckedTokens;
import io.ratel.security.pool.Pools;
import io.ratel.security.token.SpentTokens;

/** What says who may come in. */
public record AccessPorts(
    CheckedTokens tokens, Barriers barriers, SpentTokens spent, ApiKeys keys, Pools pools) {}
