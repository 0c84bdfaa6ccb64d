#!/usr/bin/env node
import { createProgram } from './program.ts'

void createProgram().parseAsync()
