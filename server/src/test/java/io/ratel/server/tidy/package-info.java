/**
 * The rules of the house, read from its sources and its compiled classes. A rule is a function from
 * a file or some classes to what breaks it, so that each is shown to fail on a bad sample before it
 * is asked about the house.
 */
package io.ratel.server.tidy;
