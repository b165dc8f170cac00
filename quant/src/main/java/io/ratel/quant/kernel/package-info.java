/**
 * The loops that run over very many numbers. Each is a plain method on arrays with two twins: a
 * scalar one that anybody can read, and one on the processor's vectors, which is taken once, at the
 * start, where the JVM was started with {@code jdk.incubator.vector}. The scalar one is the oracle
 * of the other's tests. Nothing is allocated but by the caller.
 */
@NullMarked
package io.ratel.quant.kernel;

import org.jspecify.annotations.NullMarked;
