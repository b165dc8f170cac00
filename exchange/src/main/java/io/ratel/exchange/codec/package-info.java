/** The blocks that commands and events share on the wire, between their records and their bytes. */
@NullMarked
package io.ratel.exchange.codec;

import org.jspecify.annotations.NullMarked;
