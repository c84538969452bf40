#pragma once
#include <ctime>
#include <cstdio>
#include <map>
#include <string>
struct LapT { std::map<std::string,double> t; ~LapT(){ for(auto&[k,v]:t) std::fprintf(stderr,"LAP %s %.4f\n",k.c_str(),v);} };
inline LapT& lapt(){ static LapT l; return l; }
inline double cput(){ timespec a; clock_gettime(CLOCK_THREAD_CPUTIME_ID,&a); return a.tv_sec+a.tv_nsec*1e-9; }
struct Lap { const char* n; double s; Lap(const char*n):n(n),s(cput()){} ~Lap(){ lapt().t[n]+=cput()-s; } };
