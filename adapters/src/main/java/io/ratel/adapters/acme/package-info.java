/**
 * Certificates of public authorities that speak ACME (RFC 8555), by acme4j: one order for a list of
 * domains, each proven by HTTP-01, with the tokens put where the door answers them.
 */
@NullMarked
package io.ratel.adapters.acme;

import org.jspecify.annotations.NullMarked;
