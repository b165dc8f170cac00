/** Daily prices as Alpha Vantage tells them. */
@NullMarked
package io.ratel.adapters.alphavantage;

import org.jspecify.annotations.NullMarked;
