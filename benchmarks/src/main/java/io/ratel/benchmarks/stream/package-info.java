/**
 * The figures of the stream: what an idle socket costs, how soon one message has reached the last
 * of ten thousand readers, whether slow readers hurt the others, how soon ten thousand are back
 * after a break, and how soon a trade is a pixel of the page. The readers are sockets of this
 * process, one thread serves them all, and they share the processors with what they read.
 */
@NullMarked
package io.ratel.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
