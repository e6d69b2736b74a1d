/** The exceptions Framewire throws, under one unchecked root. */
package io.framewire.error;
