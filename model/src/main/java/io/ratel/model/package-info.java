/**
 * The nouns of trading, in fixed-point arithmetic and without any dependency but the JDK: what
 * every other room talks about when it talks about money, instruments, orders, markets and slots.
 */
@NullMarked
package io.ratel.model;

import org.jspecify.annotations.NullMarked;
