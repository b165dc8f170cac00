/**
 * What can be followed live: for every kind of topic, how its state is read, how changes reach it,
 * and what a change looks like to a client. A topic belongs to one thread; numbering, history and
 * readers are the stream's matter.
 */
@NullMarked
package io.ratel.gateway.topic;

import org.jspecify.annotations.NullMarked;
