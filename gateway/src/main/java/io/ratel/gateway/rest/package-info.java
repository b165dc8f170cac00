/**
 * The operations under {@code /v1}: each resource declares its own and performs them on the ports
 * it is given. An account's own acknowledged commands are visible to its reads.
 */
@NullMarked
package io.ratel.gateway.rest;

import org.jspecify.annotations.NullMarked;
