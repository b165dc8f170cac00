/** Tests of the flow of orders, and of what is said about the book that it leaves. */
@NullMarked
package io.ratel.benchmarks.book;

import org.jspecify.annotations.NullMarked;
