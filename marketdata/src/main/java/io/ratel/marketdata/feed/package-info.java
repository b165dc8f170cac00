/**
 * What comes in. A venue's {@link io.ratel.marketdata.feed.FeedReader} turns a {@link
 * io.ratel.marketdata.feed.Frame} into events with the venue's own digits ({@link
 * io.ratel.marketdata.feed.VenueMarkets}); {@link io.ratel.marketdata.feed.FeedIntake} stands in
 * front of it, so that whatever a venue sends, good or rubbish, ends in an event or in a counted
 * reason, and never in an exception. A {@link io.ratel.marketdata.feed.Feed} is a source that runs;
 * how far it is to be trusted is a number, and {@link io.ratel.marketdata.feed.VenueFallback} takes
 * another venue while that number is low.
 */
@NullMarked
package io.ratel.marketdata.feed;

import org.jspecify.annotations.NullMarked;
