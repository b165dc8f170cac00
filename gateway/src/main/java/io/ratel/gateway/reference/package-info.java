/**
 * What there is beside prices: series that economies, chains and factors make, headlines, and the
 * calendar.
 */
@NullMarked
package io.ratel.gateway.reference;

import org.jspecify.annotations.NullMarked;
