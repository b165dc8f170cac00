/**
 * What is said about markets: headlines, and what a calendar announces and later reports. Kept in
 * memory up to a bound; a restart fetches it again, and an item that comes twice is one item.
 */
@NullMarked
package io.ratel.marketdata.news;

import org.jspecify.annotations.NullMarked;
