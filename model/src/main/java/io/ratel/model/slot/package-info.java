/** Where a record lives: one of 32,767 slots, the same in Java, in PL/pgSQL and in TypeScript. */
@NullMarked
package io.ratel.model.slot;

import org.jspecify.annotations.NullMarked;
