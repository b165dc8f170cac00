/** The board of headlines and the calendar. */
@NullMarked
package io.ratel.marketdata.news;

import org.jspecify.annotations.NullMarked;
