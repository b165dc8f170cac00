/**
 * Names that stand for many topics of markets. A pattern says which markets and which kinds it
 * means; the stream asks it about each market there is and each that appears. It can never mean
 * what is somebody's own.
 */
@NullMarked
package io.ratel.gateway.topic.pattern;

import org.jspecify.annotations.NullMarked;
