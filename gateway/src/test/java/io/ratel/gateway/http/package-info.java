/** Where requests come from. */
@NullMarked
package io.ratel.gateway.http;

import org.jspecify.annotations.NullMarked;
