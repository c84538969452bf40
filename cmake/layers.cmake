# Layers: libraries of objects whose include path holds their own folders and those of the layers that they may see.
#
# build/layers/NAME/ holds links to the layer's folders and nothing else, and is what stands on the include path: an
# include of a folder that the layer may not see finds no file, so that it does not compile.

set(DRAGOMAN_LAYERS)
set(DRAGOMAN_LAZY)
file(REMOVE_RECURSE ${CMAKE_BINARY_DIR}/layers)  # links of layers as they were before

# What all layers are compiled with. The objects go into the static and the shared library, so they are compiled once.
add_library(dragoman_options INTERFACE)
target_compile_features(dragoman_options INTERFACE cxx_std_20)
target_compile_definitions(dragoman_options INTERFACE DRAGOMAN_VERSION="${PROJECT_VERSION}")
target_include_directories(dragoman_options INTERFACE ${CMAKE_SOURCE_DIR}/include)
target_compile_options(dragoman_options INTERFACE -Wall -Wextra -Wpedantic -Werror=return-type
                       $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # g++ 12 sees overlaps in std::string that are none

# dragoman_headers(PACKAGE) makes PACKAGE_headers of what pkg-config has found: its headers, without linking it.
function(dragoman_headers package)
  if(NOT TARGET ${package}_headers)
    add_library(${package}_headers INTERFACE)
    target_include_directories(${package}_headers SYSTEM INTERFACE ${${package}_INCLUDE_DIRS})
    target_compile_options(${package}_headers INTERFACE ${${package}_CFLAGS_OTHER})
  endif()
endfunction()

# dragoman_layer(NAME FOLDERS folder... [SEES layer...] [NEEDS library...] [LAZY package...] [IN folder]
#                [ALONE source...])
# makes the target NAME_layer of the folders' sources; the folders lie in src/ or IN. What a layer sees, it sees with
# all that that one sees. LAZY are packages found by pkg-config, such as Zip by ZIP, that are opened when they are needed
# (text/lazy_library.h): the layer calls load(kZipLibrary) first. The compiler gets
# DRAGOMAN_BATCH sources at a time, so that it reads what they all include once; sources that stand ALONE are compiled by themselves.
function(dragoman_layer name)
  cmake_parse_arguments(layer "" "IN" "FOLDERS;SEES;NEEDS;LAZY;ALONE" ${ARGN})
  if(NOT DEFINED layer_IN)
    set(layer_IN src)
  endif()
  set(links ${CMAKE_BINARY_DIR}/layers/${name})
  file(MAKE_DIRECTORY ${links})
  add_library(${name}_layer OBJECT)
  foreach(folder ${layer_FOLDERS})
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${layer_IN}/${folder} ${links}/${folder} SYMBOLIC)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${layer_IN}/${folder}/*.cc)
    list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
    target_sources(${name}_layer PRIVATE ${sources})
  endforeach()
  set_target_properties(${name}_layer PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden
                                                 VISIBILITY_INLINES_HIDDEN ON UNITY_BUILD_BATCH_SIZE ${DRAGOMAN_BATCH})
  if(DRAGOMAN_BATCH GREATER 1)
    set_target_properties(${name}_layer PROPERTIES UNITY_BUILD ON)
  endif()
  if(layer_ALONE)
    set_source_files_properties(${layer_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  target_include_directories(${name}_layer PUBLIC ${links})
  target_link_libraries(${name}_layer PUBLIC dragoman_options ${layer_NEEDS})
  foreach(lazy ${layer_LAZY})
    string(TOUPPER ${lazy} package)
    dragoman_headers(${package})
    target_link_libraries(${name}_layer PUBLIC ${package}_headers)
  endforeach()
  foreach(seen ${layer_SEES})
    target_link_libraries(${name}_layer PUBLIC ${seen}_layer)
  endforeach()
  foreach(lazy ${layer_LAZY})
    string(TOUPPER ${lazy} package)
    set(jumps ${CMAKE_BINARY_DIR}/generated/lazy_${lazy}.cc)
    string(REPLACE ";" ":" libraries "${${package}_LINK_LIBRARIES}")
    add_custom_command(OUTPUT ${jumps} VERBATIM COMMAND_EXPAND_LISTS
                       COMMAND ${CMAKE_SOURCE_DIR}/cmake/lazy_library.sh ${lazy} ${jumps} ${libraries}
                               $<TARGET_OBJECTS:${name}_layer>
                       DEPENDS ${CMAKE_SOURCE_DIR}/cmake/lazy_library.sh $<TARGET_OBJECTS:${name}_layer>)
    add_library(lazy_${lazy} OBJECT ${jumps})
    set_target_properties(lazy_${lazy} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(lazy_${lazy} PRIVATE base_layer)
  endforeach()
  file(APPEND ${CMAKE_BINARY_DIR}/layers/table.txt "${name}: ${layer_FOLDERS}: ${layer_SEES}\n")  # for tests/layers_test.py
  list(APPEND DRAGOMAN_LAZY ${layer_LAZY})
  set(DRAGOMAN_LAZY ${DRAGOMAN_LAZY} PARENT_SCOPE)
  list(APPEND DRAGOMAN_LAYERS ${name})
  set(DRAGOMAN_LAYERS ${DRAGOMAN_LAYERS} PARENT_SCOPE)
endfunction()
