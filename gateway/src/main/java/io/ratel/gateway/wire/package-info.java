/**
 * What clients see of the platform's nouns: decimals and ids as text, one record for each shape,
 * the same over HTTP and on the stream.
 */
@NullMarked
package io.ratel.gateway.wire;

import org.jspecify.annotations.NullMarked;
