/**
 * The log, by Aeron Cluster and Aeron Archive. {@link io.ratel.adapters.aeron.ExchangeNode} is a
 * member: a media driver, an archive, a consensus module and the {@link
 * io.ratel.adapters.aeron.ExchangeService} that applies each committed command to the exchange and
 * records the events it makes. {@link io.ratel.adapters.aeron.ExchangeClient} sends commands,
 * {@link io.ratel.adapters.aeron.RecordedEvents} reads events. On a laptop the cluster has one
 * member and every agent sleeps until another has work for it ({@link
 * io.ratel.adapters.aeron.thread.WakeGroup}).
 */
@NullMarked
package io.ratel.adapters.aeron;

import org.jspecify.annotations.NullMarked;
