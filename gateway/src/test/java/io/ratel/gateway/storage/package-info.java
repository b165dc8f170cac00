/** What is told of the stores, and to whom. */
@NullMarked
package io.ratel.gateway.storage;

import org.jspecify.annotations.NullMarked;
