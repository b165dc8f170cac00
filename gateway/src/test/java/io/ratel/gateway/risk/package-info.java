@NullMarked
package io.ratel.gateway.risk;

import org.jspecify.annotations.NullMarked;
