/** Prices of shares, funds, currencies and coins as Yahoo Finance's chart tells them. */
@NullMarked
package io.ratel.adapters.yahoo;

import org.jspecify.annotations.NullMarked;
