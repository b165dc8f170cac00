/**
 * From bytes to operations and back: one {@link io.ratel.gateway.http.Door} takes every request,
 * gives it a ray id, bounds it, finds its operation, runs it on a virtual thread and answers once.
 */
@NullMarked
package io.ratel.gateway.http;

import org.jspecify.annotations.NullMarked;
