/**
 * What services show of themselves on each hour. A {@link io.ratel.marketdata.snapshot.Sampled} is
 * registered with {@link io.ratel.marketdata.snapshot.Snapshots}, which asks it on the hour, keeps
 * the answers as series, by market and by asset, makes days of the hours at midnight UTC, and drops
 * what is older than it is to be kept, never before its days are made. Hours at which nothing ran
 * are looked for in the bars: {@link io.ratel.marketdata.snapshot.GapHealer} fills in what they
 * tell, says where it comes from, and says what stays missing.
 */
@NullMarked
package io.ratel.marketdata.snapshot;

import org.jspecify.annotations.NullMarked;
