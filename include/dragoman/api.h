// What the shared library shows to those that link it.
#pragma once

#define DRAGOMAN_API __attribute__((visibility("default")))
