/** The log against a real media driver, archive and cluster member. */
package io.ratel.adapters.aeron;
