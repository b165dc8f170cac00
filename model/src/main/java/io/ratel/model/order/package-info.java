/** The words of an order: side, type, how long it lives, where it stands, why it was refused. */
@NullMarked
package io.ratel.model.order;

import org.jspecify.annotations.NullMarked;
