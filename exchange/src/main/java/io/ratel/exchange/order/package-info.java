/** What an order asks for, before it has a place in a book or a list of those that wait. */
@NullMarked
package io.ratel.exchange.order;

import org.jspecify.annotations.NullMarked;
