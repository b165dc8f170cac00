/** Who gets in, asked at the doors of a venue: each attack that must be refused is a test. */
@NullMarked
package io.ratel.gateway.access;

import org.jspecify.annotations.NullMarked;
