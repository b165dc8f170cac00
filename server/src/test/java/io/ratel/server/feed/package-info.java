/** Live market data through the whole platform. */
@NullMarked
package io.ratel.server.feed;

import org.jspecify.annotations.NullMarked;
